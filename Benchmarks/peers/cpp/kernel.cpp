// The workload boulware-4096 in plain C++: two halves of three issues, sorted once per run, walked along their staircase every round.
//
// A yardstick for how close the Swift engine comes to the same algorithm without an engine around it: no forums, mediators, events or
// records, only the bargaining. Compile: c++ -O3 -march=native -std=c++17 kernel.cpp. Prints one JSON object.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

constexpr int issues = 6, options = 4, rounds = 100, half = 64;

// SplitMix64 (Steele, Lea, Flood 2014).
struct Random {
  std::uint64_t state;
  double uniform() {
    std::uint64_t z = (state += 0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1p-53;
  }
};

struct Entry {
  double worth;
  int code;
};

struct Party {
  std::array<std::array<double, options>, issues> worth;
  std::array<Entry, half> left, right;
  double exponent, best, worst;

  void prepare(Random& random) {
    std::array<double, issues> weight;
    double total = 0;
    for (auto& w : weight) total += w = random.uniform();
    for (int k = 0; k < issues; ++k)
      for (int o = 0; o < options; ++o) worth[k][o] = random.uniform() * weight[k] / total;
    exponent = 1 / (0.1 + 0.4 * random.uniform());
    fill(left, 0);
    fill(right, 3);
    best = left[half - 1].worth + right[half - 1].worth;
    worst = std::max(left[0].worth + right[0].worth, 0.0);
  }

  void fill(std::array<Entry, half>& entries, int first) {
    for (int code = 0; code < half; ++code)
      entries[code] = {worth[first][code / 16] + worth[first + 1][code / 4 % 4] + worth[first + 2][code % 4], code};
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.worth < b.worth; });
  }

  // The outcome with the least utility at or above the target: codes of both halves.
  int lowest(double target, double& utility) const {
    int found = -1, j = half - 1;
    utility = INFINITY;
    for (int i = 0; i < half; ++i) {
      while (j >= 0 && left[i].worth + right[j].worth >= target) --j;
      if (j + 1 < half) {
        const double sum = left[i].worth + right[j + 1].worth;
        if (sum < utility) utility = sum, found = left[i].code * half + right[j + 1].code;
      }
      if (j < 0) break;
    }
    return found;
  }

  double utility(int outcome) const {
    double sum = 0;
    for (int k = issues - 1; k >= 0; --k, outcome /= options) sum += worth[k][outcome % options];
    return sum;
  }
};

}  // namespace

int main(int count, char** arguments) {
  const double limit = count > 1 ? std::atof(arguments[1]) : 5;
  Random random{1};
  Party parties[2];
  long runs = 0, played = 0;
  std::uint64_t check = 0;
  const auto start = std::chrono::steady_clock::now();
  double seconds = 0;
  while (seconds < limit) {
    for (int batch = 0; batch < 256; ++batch, ++runs) {
      for (auto& party : parties) party.prepare(random);
      int standing = -1;
      for (int round = 0; round < rounds; ++round) {
        ++played;
        bool agreed = false;
        for (int turn = 0; turn < 2 && !agreed; ++turn) {
          const Party& party = parties[turn];
          const double time = (round + 1.0) / (rounds + 1.0);
          const double aspiration = party.worst + (party.best - party.worst) * (1 - std::pow(time, party.exponent));
          double mine;
          const int offer = party.lowest(std::min(aspiration, party.best), mine);
          if (standing >= 0 && party.utility(standing) >= mine) agreed = true;
          else standing = offer;
        }
        if (agreed) {
          check += static_cast<std::uint64_t>(standing);
          break;
        }
      }
    }
    seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }
  std::printf("{\"workload\": \"boulware-4096\", \"runs\": %ld, \"rounds\": %ld, \"seconds\": %.3f, \"rounds_per_second\": %.0f, \"check\": %llu}\n",
              runs, played, seconds, static_cast<double>(played) / seconds, static_cast<unsigned long long>(check));
}
