import CNcurses

/// Takes the locale from the environment, and UTF-8 where that has another character set: without
/// it ncurses writes no wide characters.
func takeLocale() {
  setlocale(LC_ALL, "")
  for name in ["C.UTF-8", "en_US.UTF-8"] where khabar_locale_is_utf8() == 0 {
    setlocale(LC_CTYPE, name)
  }
}
