#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "cli/supervisor.hpp"
#include "tests/support/ask_workers.hpp"

using namespace moot;

namespace {

using How = Answer::How;

/// Whether an earlier request of this worker was a trap.
bool trapped = false;

std::string shout(const std::string& request, int descriptor) {
  if (request == "abort") std::abort();
  if (request == "exit") _exit(0);
  if (request == "throw") throw std::runtime_error("nobody expects this");
  if (request == "fault") raise(SIGSEGV);
  if (request == "killed") kill(getpid(), SIGKILL);
  if (request == "long") return std::string(5'000'000, 'x');
  if (request == "signals") {
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) raise(number);
  }
  if (request == "process") return std::to_string(getpid());
  if (request == "trap") trapped = true;
  if (request == "victim" && trapped) _exit(0);
  if (request == "descriptor") {
    char bytes[64];
    const ssize_t got = read(descriptor, bytes, sizeof bytes);
    return got < 0 ? "unreadable" : std::string(bytes, static_cast<std::size_t>(got));
  }
  return request.substr(0, 20) + "!";
}

}  // namespace

TEST_CASE("run_requests: every request is answered once, whatever the number of workers") {
  for (const std::size_t workers : {1U, 2U, 7U}) {
    std::vector<std::string> requests;
    for (int i = 0; i < 50; ++i) requests.push_back(std::to_string(i));
    const auto got = ask_workers(shout, workers, requests);
    REQUIRE(got.size() == 50);
    CHECK(got.at(49).bytes == "49!");
  }
}

TEST_CASE("run_requests: a worker that ends costs its request only, and it is told how it ended") {
  const std::vector<std::pair<std::string, How>> endings = {{"abort", How::Crashed},
                                                            {"exit", How::Crashed},
                                                            {"throw", How::Crashed},
                                                            {"fault", How::Crashed},
                                                            {"killed", How::Killed}};
  for (const std::size_t workers : {1U, 3U}) {
    std::vector<std::string> requests = {"first"};
    for (const auto& [request, how] : endings) requests.insert(requests.end(), {request, "next"});
    const auto got = ask_workers(shout, workers, requests);
    REQUIRE(got.size() == requests.size());
    CHECK(got.at(0).bytes == "first!");
    for (std::size_t i = 0; i < endings.size(); ++i) {
      INFO(endings[i].first);
      CHECK(got.at(2 * i + 1).how == endings[i].second);
      CHECK(got.at(2 * i + 2).bytes == "next!");
    }
  }
}

TEST_CASE("run_requests: what one request left behind in a worker is not the next one's fault") {
  const auto got = ask_workers(shout, 1, {"trap", "victim"});
  CHECK(got.at(1).bytes == "victim!");
}

TEST_CASE("run_requests: a worker is replaced after sixteen answers") {
  const auto got = ask_workers(shout, 1, std::vector<std::string>(40, "process"));
  std::map<std::string, int> by;
  for (const auto& [tag, answer] : got) ++by[answer.bytes];
  REQUIRE(by.size() == 3);
  for (const auto& [process, answers] : by) CHECK(answers <= 16);
}

TEST_CASE("run_requests: requests and answers may be larger than a socket holds") {
  const auto got = ask_workers(shout, 2, {"long", std::string(3'000'000, 'y'), "long"});
  CHECK(got.at(0).bytes.size() == 5'000'000);
  CHECK(got.at(1).bytes == "yyyyyyyyyyyyyyyyyyyy!");
  CHECK(got.at(2).bytes.size() == 5'000'000);
}

TEST_CASE("run_requests: workers pass over the signals that a terminal sends to all") {
  CHECK(ask_workers(shout, 1, {"signals"}).at(0).bytes == "signals!");
}

TEST_CASE("run_requests: a descriptor comes along, and after a crash again from its start") {
  const auto path = std::filesystem::temp_directory_path() / ("moot-" + std::to_string(getpid()));
  std::ofstream(path) << "what the file says";
  Result<Nursery> nursery = Nursery::start(shout);
  REQUIRE(nursery);
  std::vector<std::string> got;
  std::uint64_t tag = 0;
  const NextRequest next = [&]() -> std::optional<Request> {
    if (tag == 80) return std::nullopt;  // more than a worker may hold open
    return Request{tag++, "descriptor", Descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC))};
  };
  const TakeAnswer take = [&](std::uint64_t, Answer answer) {
    got.push_back(std::move(answer.bytes));
    return true;
  };
  CHECK(run_requests(*nursery, 1, small_limits(), next, take));
  CHECK(got == std::vector<std::string>(80, "what the file says"));
  std::filesystem::remove(path);
}

TEST_CASE("run_requests: asks for requests as workers get free, and anew after each answer") {
  Result<Nursery> nursery = Nursery::start(shout);
  REQUIRE(nursery);
  std::size_t given = 0;
  std::size_t taken = 0;
  bool more = false;  // what an answer brings with it, such as the pages of a scan
  const NextRequest next = [&]() -> std::optional<Request> {
    if (given == 20 + (more ? 5U : 0U)) return std::nullopt;
    CHECK(given - taken <= 4);
    ++given;
    return Request{given, "a", {}};
  };
  const TakeAnswer take = [&](std::uint64_t, const Answer&) {
    more = ++taken == 20 || more;
    return true;
  };
  CHECK(run_requests(*nursery, 3, small_limits(), next, take));
  CHECK(taken == 25);
}

TEST_CASE("run_requests: goes on with the workers that there are, and fails where there is none") {
  Result<Nursery> nursery = Nursery::start(shout);
  REQUIRE(nursery);
  const int first_free = dup(0);
  close(first_free);
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_NOFILE, &before) == 0);
  for (const int room : {2, 0}) {
    const rlimit scarce{static_cast<rlim_t>(first_free + room), before.rlim_max};
    REQUIRE(setrlimit(RLIMIT_NOFILE, &scarce) == 0);
    int given = 0;
    int taken = 0;
    const NextRequest next = [&]() -> std::optional<Request> {
      if (given == 20) return std::nullopt;
      ++given;
      return Request{0, "a", {}};
    };
    const auto done = run_requests(*nursery, 7, small_limits(), next,
                                   [&](std::uint64_t, const Answer&) { return ++taken > 0; });
    setrlimit(RLIMIT_NOFILE, &before);
    CHECK(done.has_value() == (room > 0));
    CHECK(taken == (room > 0 ? 20 : 0));
  }
}

TEST_CASE("run_requests: stops when it is told to") {
  Result<Nursery> nursery = Nursery::start(shout);
  REQUIRE(nursery);
  int taken = 0;
  const auto done = run_requests(
      *nursery, 2, small_limits(),
      [] {
        return Request{0, "a", {}};
      },
      [&](std::uint64_t, const Answer&) { return ++taken < 3; });
  CHECK(done);
  CHECK(taken == 3);
}

TEST_CASE("workers and nursery end with the program, however it ends") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t program = fork();
  if (program == 0) {
    Result<Nursery> nursery = Nursery::start(shout);
    if (!nursery) _exit(1);
    const auto worker = nursery->spawn(small_limits().memory_bytes);
    if (worker && write(ends[1], &worker->pid, sizeof worker->pid) > 0) pause();
    _exit(1);
  }
  close(ends[1]);
  pid_t worker = 0;
  REQUIRE(read(ends[0], &worker, sizeof worker) == sizeof worker);
  close(ends[0]);
  kill(program, SIGKILL);
  waitpid(program, nullptr, 0);
  const auto runs = [&] {
    std::ifstream status("/proc/" + std::to_string(worker) + "/stat");
    std::string number, name, state;
    return status >> number >> name >> state && state != "Z" && state != "X";
  };
  for (int i = 0; i < 500 && runs(); ++i) usleep(10'000);
  CHECK_FALSE(runs());
}

TEST_CASE("spoken: every way to lose a file has a sentence and a hint that go with the limits") {
  const Limits limits{std::size_t{300} << 20, 2.5, 10};
  for (const How how :
       {How::Crashed, How::OutOfMemory, How::OutOfTime, How::Refused, How::Killed}) {
    CHECK_FALSE(spoken(how, limits).message.empty());
    CHECK_FALSE(spoken(how, limits).hint.empty());
  }
  CHECK_THAT(spoken(How::OutOfMemory, limits).message, Catch::Contains("300 MB"));
  CHECK_THAT(spoken(How::OutOfTime, limits).message, Catch::Contains("2.5 seconds"));
  CHECK_THAT(spoken(How::OutOfTime, limits).hint, Catch::Contains("--timeout 10"));
}
