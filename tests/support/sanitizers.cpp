/// \file What the address and leak sanitizers pass over: faults of the libraries that Moot uses,
/// each with its reason. Linked into every program of a build with sanitizers, and into no other.

extern "C" {

const char* __asan_default_options();
const char* __asan_default_options() {
  // Xapian's own check takes back an object under another size than it was made with.
  return "new_delete_type_mismatch=0";
}

const char* __lsan_default_options();
const char* __lsan_default_options() {
  return "print_suppressions=0";  // tests look at what the program prints
}

const char* __lsan_default_suppressions();
const char* __lsan_default_suppressions() {
  // Only what these libraries themselves allocate. Fontconfig, which Poppler asks for fonts, loses
  // some bytes, once, on a machine without a font cache. Xapian leaves cursors behind when it gives
  // up copying a database that a writer changes meanwhile.
  return "leak:libfontconfig.so\n"
         "leak:libxapian.so\n";
}

}  // extern "C"
