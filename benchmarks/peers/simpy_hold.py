"""The hold model in SimPy (3 or later): each process waits for one delay after the other.

Usage: simpy_hold.py FOLDER, where FOLDER holds cases.txt and the delays (see run.sh).
"""
import sys
import time

import simpy


def hold(delays, pending, start, end):
    """Events in (start, end] and the seconds they took; both instants are whole seconds of simulated time."""
    environment = simpy.Environment()
    mask = len(delays) - 1
    drawn = 0
    count = 0

    def work():
        nonlocal drawn, count
        while True:
            delay = delays[drawn & mask]
            drawn += 1
            yield environment.timeout(delay)
            count += 1

    for _ in range(pending):
        environment.process(work())
    # Times are whole: half a second later all events of the instant have run.
    environment.run(until=start + 0.5)
    before = count
    clock = time.perf_counter()
    environment.run(until=end + 0.5)
    return count - before, time.perf_counter() - clock


def main(folder):
    for line in open(f"{folder}/cases.txt"):
        name, pending, start, end = line.split()
        delays = [int(d) for d in open(f"{folder}/{name}.txt")]
        count, seconds = hold(delays, int(pending), int(start), int(end))
        print(f"| SimPy {simpy.__version__} | {name} | {pending} | {count} | {seconds / count * 1e9:.0f} |", flush=True)


main(sys.argv[1])
