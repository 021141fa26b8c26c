// measure REPORT SECONDS PROGRAM [ARGUMENT…]: runs a program, the kernel ends it after SECONDS of processor time (0: never),
// and REPORT says `STATUS SIGNAL KIB`: how it ended, and how much memory it held at most.
//
// Processor time, because that is the program's own, however busy the machine is. What waits for something that never
// comes takes none of it: that ends after two minutes.
//
// A process of its own, because the kernel counts what a process held before it became another program, and a new one
// holds as much as the one it was split off from: of the tests that would be hundreds of MiB, of this it is one.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t program;

static void end(int signal) {
  (void)signal;
  kill(-program, SIGKILL);
}

int main(int count, char **words) {
  if (count < 4) return 2;
  struct rlimit seconds = {(rlim_t)atoi(words[2]), (rlim_t)atoi(words[2])};
  program = fork();
  if (program == 0) {
    setpgid(0, 0); // so that what it started ends with it
    if (seconds.rlim_max > 0) setrlimit(RLIMIT_CPU, &seconds);
    execv(words[3], words + 3);
    perror(words[3]);
    _exit(127);
  }
  signal(SIGALRM, end);
  alarm(120);
  int status;
  struct rusage used;
  FILE *report = fopen(words[1], "w");
  if (program < 0 || report == NULL || wait4(program, &status, 0, &used) < 0) return 2;
  fprintf(report, "%d %d %ld\n", WIFEXITED(status) ? WEXITSTATUS(status) : -1, WIFSIGNALED(status) ? WTERMSIG(status) : 0, used.ru_maxrss);
  return fclose(report) == 0 ? 0 : 2;
}
