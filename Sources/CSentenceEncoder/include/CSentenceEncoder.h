// The sentence encoder's weights, and the arithmetic that is worth doing in C.
//
// Every kernel gives the same bits on every path and every machine: products of integers are summed as
// integers, floating-point operations come in a fixed order, a product is fused with a sum where the
// source says so and nowhere else, and on x86-64 and arm64 no function of the C library is called but
// the square root, which IEEE 754 rounds exactly.
#ifndef CSENTENCEENCODER_H
#define CSENTENCEENCODER_H

#include <stddef.h>
#include <stdint.h>

/// The embedded file, made by Scripts/convert-encoder.py: 64-byte aligned, mapped with the program.
const uint8_t *_Nonnull encoder_weights(void);
size_t encoder_weights_size(void);

/// A matrix of one byte a weight plus 128, as [outputs / 16][inputs / 4][16][4].
typedef struct {
  const float *_Nonnull gain;  // [inputs]: what an input is multiplied with before it becomes an integer
  const uint8_t *_Nonnull weight;
  const float *_Nonnull scale;  // [outputs]
  const float *_Nonnull bias;   // [outputs]
  int32_t outputs;              // a multiple of 64
  int32_t inputs;               // a multiple of 64, at most 1536
  int32_t most;                 // the greatest size of an input: ENCODER_BYTE or ENCODER_WIDE
} encoder_linear;

/// The greatest size of an input of a byte, and of one of 12 bits: 1536 of these, each times 255, fit
/// into 32 bits.
enum { ENCODER_BYTE = 127, ENCODER_WIDE = 2047 };

/// The most rows that attend to each other.
enum { ENCODER_MOST_ROWS = 512 };

/// Floats of scratch that attention of so many rows needs: keys and values, of rows rounded up to 16,
/// and the weights of six rows.
static inline int32_t encoder_attend_scratch(int32_t rows) {
  return 64 * ((rows + 15) / 16 * 16) + 6 * ENCODER_MOST_ROWS;
}

/// What follows a product before it is stored.
enum { ENCODER_PLAIN = 0, ENCODER_GELU = 1, ENCODER_ADD = 2 };

/// The kernels of one path. Matrices are row-major; rows are tokens.
typedef struct {
  const char *_Nonnull name;
  /// out[row] = x[row] as signed bytes, symmetric, a multiple of 64 to a row, at most 1536;
  /// scale[row] undoes it.
  void (*_Nonnull pack)(
    const float *_Nonnull x, int32_t rows, int32_t columns, int8_t *_Nonnull out,
    float *_Nonnull scale);
  /// out[row] = layer · x[row] + bias, x · gain rounded to integers of at most layer.most, symmetric,
  /// a scale a row; then GELU, or added to what `out` holds. `x` and `out` do not overlap.
  void (*_Nonnull linear)(
    encoder_linear layer, const float *_Nonnull x, int32_t rows, int32_t epilogue,
    float *_Nonnull out);
  /// Each row of 384 made zero in the mean and one in the variance, then scaled and moved.
  void (*_Nonnull normalize)(
    float *_Nonnull x, int32_t rows, const float *_Nonnull gain, const float *_Nonnull bias);
  /// Attention of 12 heads of 32 over at most ENCODER_MOST_ROWS rows: qkv is [rows × 1152],
  /// out [rows × 384], scratch encoder_attend_scratch(rows) floats.
  void (*_Nonnull attend)(
    const float *_Nonnull qkv, int32_t rows, float *_Nonnull out, float *_Nonnull scratch);
  /// Row i is the piece ids[i] at position i: vectors of 384.
  void (*_Nonnull embed)(
    const int32_t *_Nonnull ids, int32_t rows, const int8_t *_Nonnull vectors,
    const float *_Nonnull scales, const float *_Nonnull positions, float *_Nonnull out);
  /// Each row divided by its length; a row of zeros stays.
  void (*_Nonnull unit)(float *_Nonnull x, int32_t rows, int32_t columns);
  /// The mean of rows, in their order.
  void (*_Nonnull mean)(
    const float *_Nonnull x, int32_t rows, int32_t columns, float *_Nonnull out);
  /// best[i] = the greatest product of row i of `a` with a row of `b`, times that row's scale:
  /// bytes, 128 to a row.
  void (*_Nonnull best)(
    const int8_t *_Nonnull a, int32_t aRows, const int8_t *_Nonnull b,
    const float *_Nonnull scale, int32_t bRows, float *_Nonnull best);
  /// Sum of products of two vectors, columns a multiple of 16.
  float (*_Nonnull dot)(const float *_Nonnull a, const float *_Nonnull b, int32_t columns);
  /// The same with a vector of bytes.
  float (*_Nonnull dotBytes)(const float *_Nonnull a, const int8_t *_Nonnull b, int32_t columns);
} encoder_kernels;

/// The paths that this machine can take, the fastest first; NULL behind the last.
const encoder_kernels *_Nullable encoder_path(int32_t index);

#endif
