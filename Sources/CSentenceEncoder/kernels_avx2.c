#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define ENCODER_AVX2 1
#define ENCODER_KERNELS encoder_kernels_avx2
#define ENCODER_NAME "AVX2"
#include <immintrin.h>
#include "kernels.inc"
#pragma clang attribute pop
#endif
