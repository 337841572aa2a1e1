// The hot loop of `detente formula` in plain C++: every text of seven issues of four options, weighed for two parties in one draw after another.
//
//   texts FILE SECONDS      FILE: draws, then per draw what each of 28 options is worth to either party, and what either needs, as doubles
//
// As there, a text is two halves, a sum of two numbers known beforehand; counted are the draws in which both take it, and summed in fixed point what it
// leaves the worse-off. Prints texts times draws per second, and the acceptances of one pass, which must be those of the Swift engine.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

constexpr int parties = 2, issues = 7, options = 4, firsts = 64, rests = 256, slots = issues * options;
constexpr double scale = 68719476736.0, tolerance = 1e-12;

struct Draw {
  double worth[parties][slots];
  double threshold[parties];
};

struct Tally {
  std::vector<int32_t> accepted = std::vector<int32_t>(firsts * rests);
  std::vector<int64_t> worst = std::vector<int64_t>(firsts * rests);
  int64_t best = 0;
};

void spread(const double* worth, int issue, int count, double* into) {
  int size = 1;
  into[0] = 0;
  for (int k = issue; k < issue + count; ++k, size *= options)
    for (int place = size - 1; place >= 0; --place) {
      const double value = into[place];
      for (int option = options - 1; option >= 0; --option)
        into[place * options + option] = value + worth[k * options + option];
    }
}

void add(const Draw& draw, Tally& tally) {
  double first[parties][firsts], rest[parties][rests], needed[parties];
  for (int p = 0; p < parties; ++p) {
    spread(draw.worth[p], 0, 3, first[p]);
    spread(draw.worth[p], 3, 4, rest[p]);
    needed[p] = draw.threshold[p] - tolerance;
  }
  int64_t best = 0;
  bool any = false;
  for (int f = 0; f < firsts; ++f)
    for (int r = 0; r < rests; ++r) {
      const double a = first[0][f] + rest[0][r], b = first[1][f] + rest[1][r];
      if (a < needed[0] || b < needed[1]) continue;
      const auto surplus = static_cast<int64_t>(std::min(a - draw.threshold[0], b - draw.threshold[1]) * scale);
      tally.accepted[f * rests + r] += 1;
      tally.worst[f * rests + r] += surplus;
      best = any ? std::max(best, surplus) : surplus;
      any = true;
    }
  if (any) tally.best += best;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return 2;
  std::FILE* file = std::fopen(arguments[1], "rb");
  double number = 0;
  if (!file || std::fread(&number, sizeof number, 1, file) != 1) return 1;
  std::vector<Draw> draws(static_cast<size_t>(number));
  if (std::fread(draws.data(), sizeof(Draw), draws.size(), file) != draws.size()) return 1;
  std::fclose(file);
  const double seconds = std::atof(arguments[2]);
  const auto start = std::chrono::steady_clock::now();
  double elapsed = 0, passes = 0;
  long long acceptances = 0;
  while (elapsed < seconds) {
    Tally tally;
    for (const Draw& draw : draws) add(draw, tally);
    acceptances = 0;
    for (const int32_t accepted : tally.accepted) acceptances += accepted;
    passes += 1;
    elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }
  std::printf("%.0f %lld\n", passes * draws.size() * firsts * rests / elapsed, acceptances);
}
