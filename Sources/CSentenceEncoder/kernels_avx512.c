#if defined(__x86_64__)
#include <immintrin.h>
#pragma clang attribute push( \
  __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni"))), apply_to = function)
#define ENCODER_AVX512 1
#define ENCODER_KERNELS encoder_kernels_avx512
#define ENCODER_NAME "AVX-512 VNNI"
#include "kernels.inc"
#pragma clang attribute pop
#endif
