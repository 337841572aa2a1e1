// The workload boulware-4096 in plain C++: two halves of three issues, sorted once per run, looked through from the start for every offer.
//
// A yardstick for how close the Swift engine comes to the same algorithm without an engine around it.
#include "bargaining.hpp"

namespace {

struct Entry {
  double worth;
  int code;
};

struct Party : Preferences {
  std::array<Entry, half> left, right;
  double best, worst;

  void prepare(Random& random) {
    draw(random);
    fill(left, 0);
    fill(right, 3);
    best = left[half - 1].worth + right[half - 1].worth;
    worst = std::max(left[0].worth + right[0].worth, 0.0);
  }

  void fill(std::array<Entry, half>& entries, int first) {
    for (int code = 0; code < half; ++code) entries[code] = {partial(first, code), code};
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
};

}  // namespace

int main(int count, char** arguments) { return play<Party>(count, arguments); }
