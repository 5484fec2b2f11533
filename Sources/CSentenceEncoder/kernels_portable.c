#define ENCODER_KERNELS encoder_kernels_portable
#define ENCODER_NAME "portable"
#include "kernels.inc"
