#include "CPeak.h"

#if defined(__x86_64__)
#include <immintrin.h>

// Sums that do not wait for each other: more than an instruction takes cycles, on two ports.
enum { SUMS = 12 };
// The compiler may not know a value, nor leave out what makes it.
#define OPAQUE(v) __asm__ volatile("" : "+x"(v))

__attribute__((target("avx512f,avx512vnni"))) static int64_t bytes(int64_t rounds) {
  __m512i sums[SUMS], a = _mm512_set1_epi8(3), b = _mm512_set1_epi8(5);
  for (int i = 0; i < SUMS; i++) sums[i] = _mm512_setzero_si512();
  for (int64_t round = 0; round < rounds; round++) {
#pragma clang loop unroll(full)
    for (int i = 0; i < SUMS; i++) sums[i] = _mm512_dpbusd_epi32(sums[i], a, b);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < SUMS; i++) OPAQUE(sums[i]);
  return rounds * SUMS * 64;
}

__attribute__((target("avx2"))) static int64_t shorts(int64_t rounds) {
  __m256i sums[SUMS], a = _mm256_set1_epi16(3), b = _mm256_set1_epi16(5);
  for (int i = 0; i < SUMS; i++) sums[i] = _mm256_setzero_si256();
  for (int64_t round = 0; round < rounds; round++) {
    OPAQUE(a);
#pragma clang loop unroll(full)
    for (int i = 0; i < SUMS; i++) {
      __m256i product = _mm256_madd_epi16(a, b);
      OPAQUE(product);
      sums[i] = _mm256_add_epi32(sums[i], product);
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < SUMS; i++) OPAQUE(sums[i]);
  return rounds * SUMS * 16;
}

int64_t peak_products(int64_t rounds) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512vnni")) return bytes(rounds);
  if (__builtin_cpu_supports("avx2")) return shorts(rounds);
  return 0;
}
#else
int64_t peak_products(int64_t rounds) {
  (void)rounds;
  return 0;
}
#endif
