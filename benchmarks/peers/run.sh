#!/bin/sh
# The hold model on this engine and on whichever peers are installed, as one table. Debian has them as python3-simpy3 and libns3-dev.
# Another Python is named by PYTHON=.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=${PYTHON:-python3}

dotnet build -c Release -v quiet --nologo "$here/../SupplyShockSim.Benchmarks" >&2
echo '| program | delays | pending | events | ns per event |'
echo '|---|---|---|---|---|'
dotnet run -c Release --no-build --project "$here/../SupplyShockSim.Benchmarks" -- --peers "$work"

if "$python" -c 'import simpy, sys; sys.exit(int(simpy.__version__.split(".")[0]) < 3)' 2>/dev/null; then
    "$python" "$here/simpy_hold.py" "$work"
else
    echo 'SimPy 3 is not installed: left out' >&2
fi

if command -v g++ >/dev/null && g++ -O2 -x c++ "$here/ns3_hold.cc" -o "$work/ns3_hold" -lns3-core 2>/dev/null; then
    "$work/ns3_hold" "$work"
else
    echo 'ns-3 is not installed: left out' >&2
fi
