#include "index/compress.hpp"

#include <zstd.h>
#include <zstd_errors.h>

#include <memory>

namespace moot {
namespace {

constexpr int kLevel = 3;

/// Made once a thread: it takes more time to make than to unpack an entry with it.
ZSTD_DCtx* unpacking_context() {
  struct Free {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };
  thread_local const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
  return context.get();
}

}  // namespace

Result<std::string> compress(std::string_view plain) {
  std::string packed(ZSTD_compressBound(plain.size()), '\0');
  const std::size_t size =
      ZSTD_compress(packed.data(), packed.size(), plain.data(), plain.size(), kLevel);
  if (ZSTD_isError(size) != 0U) {
    return fail(ErrorKind::Index, std::string("cannot compress: ") + ZSTD_getErrorName(size));
  }
  packed.resize(size);
  return packed;
}

Result<std::string> decompress(std::string_view bytes, std::uint64_t most) {
  const Error damaged = fail(ErrorKind::Index, "stored bytes are damaged");
  const Error no_memory =
      fail(ErrorKind::Io, "unpacking what is stored needs more memory than there is");
  if (unpacking_context() == nullptr) return no_memory;
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size > most) return damaged;  // unknown and wrong sizes are the largest numbers
  std::string plain(static_cast<std::size_t>(size), '\0');
  const std::size_t got = ZSTD_decompressDCtx(unpacking_context(), plain.data(), plain.size(),
                                              bytes.data(), bytes.size());
  if (ZSTD_getErrorCode(got) == ZSTD_error_memory_allocation) {
    return no_memory;
  }
  if (ZSTD_isError(got) != 0U || got != plain.size()) return damaged;
  return plain;
}

}  // namespace moot
