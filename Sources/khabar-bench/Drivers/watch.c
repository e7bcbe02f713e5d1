/* The least that a program pays which watches one folder and ends: the kernel waits before it gives
 * such a watch back.
 *
 *     watch FOLDER      says that it is ready, and ends at the first line that comes
 */
#include <stdio.h>
#include <sys/inotify.h>

int main(int count, char **arguments) {
  int watch = inotify_init1(IN_CLOEXEC);
  if (count != 2 || inotify_add_watch(watch, arguments[1], IN_CREATE | IN_ONLYDIR) < 0) return 2;
  puts("nws");
  fflush(stdout);
  getchar();
  return 0;
}
