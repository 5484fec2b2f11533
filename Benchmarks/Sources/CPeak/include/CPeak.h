// The products of integers that one core can make a second: what the encoder's matrices cost at least.
#ifndef CPEAK_H
#define CPEAK_H

#include <stdint.h>

/// Multiplies and adds in a loop of nothing else: bytes where the machine has AVX-512 VNNI, 16 bits where
/// it has AVX2. Returns how many products were made; 0 on another machine.
int64_t peak_products(int64_t rounds);

#endif
