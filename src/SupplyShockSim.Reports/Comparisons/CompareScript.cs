namespace SupplyShockSim.Reports.Comparisons;

/// <summary>
/// What moves on the page of a comparison: tables that sort, and figures that tell the values at a pointer or, by the arrow keys, at a cell. Without it
/// the page says the same; it loads nothing and keeps nothing.
/// </summary>
internal static class CompareScript
{
    public const string Text = """
        'use strict';
        for (const table of document.querySelectorAll('table.sort')) {
          const body = table.tBodies[0];
          const first = [...body.rows];
          const heads = [...table.tHead.rows[0].cells];
          heads.forEach((head, column) => {
            const button = document.createElement('button');
            button.type = 'button';
            button.textContent = head.textContent;
            head.textContent = '';
            head.append(button);
            button.addEventListener('click', () => {
              const was = head.getAttribute('aria-sort');
              heads.forEach(h => h.removeAttribute('aria-sort'));
              const now = was === 'ascending' ? 'descending' : was === 'descending' ? '' : 'ascending';
              if (now) { head.setAttribute('aria-sort', now); }
              const value = row => row.cells[column].dataset.v ?? row.cells[column].textContent;
              const order = (a, b) => {
                const [x, y] = [value(a), value(b)];
                if (x === '' || y === '') { return x === y ? 0 : x === '' ? 1 : -1; }
                const by = head.classList.contains('n') ? Number(x) - Number(y) : x.localeCompare(y, 'en');
                return now === 'descending' ? -by : by;
              };
              body.append(...(now ? [...first].sort(order) : first));
            });
          });
        }
        const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
        for (const plot of document.querySelectorAll('.plot')) {
          const data = JSON.parse(plot.querySelector('script').textContent);
          const svg = plot.querySelector('svg');
          const [cursor, box] = [plot.querySelector('.cursor'), plot.querySelector('.values')];
          const size = svg.viewBox.baseVal;
          const places = [...new Set(data.panels.flatMap(p => p.series.flatMap(s => s.points.map(q => q[0]))))].sort((a, b) => a - b);
          let [panel, at] = [0, 0];
          const when = x => data.start === null ? `day ${number.format(x)}`
            : new Date(Date.parse(data.start + 'Z') + x * 864e5).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
          const valueAt = (series, x) => {
            let found = null;
            for (const [px, py] of series.points) {
              if (px > x + 1e-9) { break; }
              found = py;
            }
            return found;
          };
          const hide = () => { cursor.hidden = box.hidden = true; };
          const show = (index, x) => {
            const field = data.fields[index];
            const scale = svg.clientWidth / size.width;
            const left = (field[0] + (x - field[4]) / (field[5] - field[4]) * (field[2] - field[0])) * scale;
            const lines = data.panels[index].series.map(s => [s.name, valueAt(s, x)]).filter(v => v[1] !== null)
              .sort((a, b) => b[1] - a[1]).map(v => `${v[0]}: ${number.format(v[1])} ${data.unit}`);
            const title = data.panels[index].title;
            box.textContent = [(title ? `${title}, ` : '') + when(x), ...lines].join('\n');
            cursor.hidden = box.hidden = false;
            cursor.style.left = `${left}px`;
            cursor.style.top = `${field[1] * scale}px`;
            cursor.style.height = `${(field[3] - field[1]) * scale}px`;
            const room = plot.clientWidth - left - 12;
            box.style.left = `${Math.max(0, room > box.offsetWidth ? left + 10 : left - box.offsetWidth - 10)}px`;
            box.style.top = `${field[1] * scale}px`;
          };
          svg.addEventListener('pointermove', event => {
            const edge = svg.getBoundingClientRect();
            const [x, y] = [(event.clientX - edge.left) * size.width / edge.width, (event.clientY - edge.top) * size.height / edge.height];
            const index = data.fields.findIndex(f => x >= f[0] && x <= f[2] && y >= f[1] && y <= f[3]);
            if (index < 0) { hide(); return; }
            const field = data.fields[index];
            const place = field[4] + (x - field[0]) / (field[2] - field[0]) * (field[5] - field[4]);
            [panel, at] = [index, Math.max(0, places.findLastIndex(p => p <= place))];
            show(panel, places[at]);
          });
          svg.addEventListener('pointerleave', hide);
          plot.addEventListener('blur', hide);
          plot.addEventListener('keydown', event => {
            const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -places.length], End: [0, places.length] }[event.key];
            if (event.key === 'Escape') { hide(); return; }
            if (!step || places.length === 0) { return; }
            event.preventDefault();
            panel = Math.min(data.panels.length - 1, Math.max(0, panel + step[0]));
            at = Math.min(places.length - 1, Math.max(0, box.hidden && Math.abs(step[1]) === 1 ? at : at + step[1]));
            show(panel, places[at]);
          });
        }

        """;
}
