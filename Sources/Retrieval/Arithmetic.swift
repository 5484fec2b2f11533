/// Functions whose result is the same bits on every machine: no call of the C library is in them,
/// only operations that IEEE 754 rounds exactly.
package enum Arithmetic {
  /// The natural logarithm of a positive, normal number, to about 1e-15.
  ///
  /// x = m · 2^e with m in [√½, √2); ln m = 2 artanh((m-1)/(m+1)) by its power series.
  package static func ln(_ x: Double) -> Double {
    precondition(x > 0 && x.isFinite && x.isNormal, "No logarithm of \(x)")
    var exponent = Double(x.exponent)
    var mantissa = x.significand
    if mantissa > 1.4142135623730951 {
      mantissa /= 2
      exponent += 1
    }
    let t = (mantissa - 1) / (mantissa + 1)
    let square = t * t
    var sum = 0.0
    var k = 27.0
    while k >= 1 {
      sum = sum * square + 1 / k
      k -= 2
    }
    return exponent * 0.6931471805599453 + 2 * t * sum
  }

  /// The exponential function, to about 1e-15; 0 below -700, and `exp(700)` above 700.
  package static func exp(_ x: Double) -> Double {
    if x < -700 { return 0 }
    let x = min(x, 700)
    let n = (x / 0.6931471805599453).rounded(.toNearestOrEven)
    // ln 2 in two parts, so that the difference is exact (Cody and Waite, 1980).
    let r = (x - n * 0.693145751953125) - n * 1.4286068203094172e-6
    var sum = 1.0
    var k = 14.0
    while k >= 1 {
      sum = 1 + sum * r / k
      k -= 1
    }
    return sum * Double(sign: .plus, exponent: Int(n), significand: 1)
  }

  /// 1 / (1 + e^-x).
  package static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
