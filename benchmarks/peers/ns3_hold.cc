// The hold model in ns-3: each event schedules its successor.
// Usage: ns3_hold FOLDER, where FOLDER holds cases.txt and the delays (see run.sh).
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

#include "ns3/core-module.h"

using Clock = std::chrono::steady_clock;

static std::vector<int64_t> delays;
static std::size_t drawn;
static int64_t start, end, count;
static bool timing;
static Clock::time_point begun;
static double nanoseconds;

static void Work()
{
    const int64_t now = ns3::Simulator::Now().GetTimeStep();
    if (now > start && !timing)
    {
        timing = true;
        begun = Clock::now();
    }
    if (now > end)
    {
        nanoseconds = std::chrono::duration<double, std::nano>(Clock::now() - begun).count();
        ns3::Simulator::Stop();
        return;
    }
    count += timing;
    ns3::Simulator::Schedule(ns3::TimeStep(delays[drawn++ % delays.size()]), &Work);
}

int main(int argc, char** argv)
{
    if (argc != 2)
        return 2;
    ns3::Time::SetResolution(ns3::Time::S);
    const std::string folder = argv[1];
    std::ifstream cases(folder + "/cases.txt");
    std::string name;
    int64_t pending;
    while (cases >> name >> pending >> start >> end)
    {
        delays.clear();
        std::ifstream file(folder + "/" + name + ".txt");
        for (int64_t delay; file >> delay;)
            delays.push_back(delay);
        drawn = count = 0;
        timing = false;
        for (int64_t i = 0; i < pending; i++)
            ns3::Simulator::Schedule(ns3::TimeStep(delays[drawn++ % delays.size()]), &Work);
        ns3::Simulator::Run();
        ns3::Simulator::Destroy();
        std::printf("| ns-3 | %s | %lld | %lld | %.0f |\n", name.c_str(), (long long)pending, (long long)count, nanoseconds / count);
        std::fflush(stdout);
    }
}
