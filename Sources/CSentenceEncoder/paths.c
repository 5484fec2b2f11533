#include "CSentenceEncoder.h"

extern const encoder_kernels encoder_kernels_portable;
#if defined(__x86_64__)
#include <cpuid.h>

extern const encoder_kernels encoder_kernels_avx2;
extern const encoder_kernels encoder_kernels_avx512;

// Whether the processor has the instructions, and the system saves their registers.
static int has(int wants512) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_OSXSAVE) || !(c & bit_FMA)) return 0;
  unsigned low, high;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  const unsigned wanted = wants512 ? 0xE6 : 0x06;
  if ((low & wanted) != wanted) return 0;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d)) return 0;
  if (!(b & bit_AVX2)) return 0;
  if (!wants512) return 1;
  const unsigned all = bit_AVX512F | bit_AVX512BW | bit_AVX512DQ | bit_AVX512VL;
  return (b & all) == all && (c & bit_AVX512VNNI);
}
#endif

const encoder_kernels *encoder_path(int32_t index) {
  const encoder_kernels *paths[3];
  int32_t count = 0;
#if defined(__x86_64__)
  if (has(1)) paths[count++] = &encoder_kernels_avx512;
  if (has(0)) paths[count++] = &encoder_kernels_avx2;
#endif
  paths[count++] = &encoder_kernels_portable;
  return index >= 0 && index < count ? paths[index] : NULL;
}
