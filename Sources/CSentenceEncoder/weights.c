#include "CSentenceEncoder.h"

static const _Alignas(64) uint8_t weights[] = {
#embed "weights.bin"
};

const uint8_t *encoder_weights(void) { return weights; }
size_t encoder_weights_size(void) { return sizeof weights; }
