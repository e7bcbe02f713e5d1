/* The least that looking at a folder of files again can cost: their names, and what the system says
 * of each.
 *
 *     rescan FOLDER
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

int main(int count, char **arguments) {
  if (count != 2) return 64;
  DIR *folder = opendir(arguments[1]);
  if (!folder) return 2;
  long long sum = 0;
  for (struct dirent *entry; (entry = readdir(folder));) {
    struct stat status;
    if (fstatat(dirfd(folder), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0)
      sum += status.st_size ^ status.st_mtim.tv_nsec;
  }
  closedir(folder);
  printf("%lld\n", sum);
  return 0;
}
