// The workload boulware-4096 around a search for offers: preferences and tactics drawn for every run, two parties that take turns, 100 rounds.
// No forums, mediators, events or records, only the bargaining.
#pragma once
#include <algorithm>
#include <array>
#include <chrono>
#include <climits>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

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

// What a party wants, and how slowly it concedes.
struct Preferences {
  std::array<std::array<double, options>, issues> worth;
  double exponent;

  void draw(Random& random) {
    std::array<double, issues> weight;
    double total = 0;
    for (auto& w : weight) total += w = random.uniform();
    for (int k = 0; k < issues; ++k)
      for (int o = 0; o < options; ++o) worth[k][o] = random.uniform() * weight[k] / total;
    exponent = 1 / (0.1 + 0.4 * random.uniform());
  }

  // What three issues from `first` on are worth, by the code of their options.
  double partial(int first, int code) const {
    return worth[first][code / 16] + worth[first + 1][code / 4 % 4] + worth[first + 2][code % 4];
  }

  double utility(int outcome) const {
    double sum = 0;
    for (int k = issues - 1; k >= 0; --k, outcome /= options) sum += worth[k][outcome % options];
    return sum;
  }
};

// Plays for the seconds of the first argument, or until the runs of the second are done, and prints one JSON object. The same `check` for as many runs
// means the same bargaining.
// A Party has Preferences, `prepare` for a run, `best` and `worst`, and `lowest`.
template <class Party>
int play(int count, char** arguments) {
  const double limit = count > 1 ? std::atof(arguments[1]) : 5;
  const long most = count > 2 ? std::atol(arguments[2]) : LONG_MAX;
  Random random{1};
  Party parties[2];
  long runs = 0, played = 0;
  std::uint64_t check = 0;
  const auto start = std::chrono::steady_clock::now();
  double seconds = 0;
  while (seconds < limit && runs < most) {
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
  return 0;
}
