// Numbers that look random and are the same in every run, on every machine.

/** Draws of one seed. */
export class Random {
  #state;
  #spare = null;

  /** @param {number} seed */
  constructor(seed) {
    this.#state = Uint32Array.of(seed, seed ^ 0x9e3779b9, 0x243f6a88, 1);
    for (let warm = 0; warm < 16; warm += 1) this.bits();
  }

  /** 32 random bits: the generator sfc32. */
  bits() {
    const state = this.#state;
    const sum = (state[0] + state[1] + state[3]) >>> 0;
    state[3] += 1;
    state[0] = state[1] ^ (state[1] >>> 9);
    state[1] = state[2] + (state[2] << 3);
    state[2] = ((state[2] << 21) | (state[2] >>> 11)) + sum;
    return sum;
  }

  /** From 0 to below 1. */
  share() {
    return this.bits() / 2 ** 32;
  }

  /** A whole number from 0 to below `bound`. */
  below(bound) {
    return Math.floor(this.share() * bound);
  }

  /** Of the normal distribution, by the polar method. */
  normal(mean, deviation) {
    if (this.#spare !== null) {
      const spare = this.#spare;
      this.#spare = null;
      return mean + deviation * spare;
    }
    let [x, y, square] = [0, 0, 0];
    do {
      x = this.share() * 2 - 1;
      y = this.share() * 2 - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const stretch = Math.sqrt((-2 * Math.log(square)) / square);
    this.#spare = y * stretch;
    return mean + deviation * x * stretch;
  }

  /** The whole numbers below `count`, in random order. */
  order(count) {
    const order = Uint32Array.from({ length: count }, (_, index) => index);
    for (let last = count - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
  }
}

/** Draws of places by weight. */
export class Weighted {
  #ends;

  /** @param {number[] | Float64Array} weights */
  constructor(weights) {
    let sum = 0;
    this.#ends = Float64Array.from(weights, (weight) => (sum += weight));
  }

  /** @param {Random} random */
  draw(random) {
    const ends = this.#ends;
    const wanted = random.share() * ends[ends.length - 1];
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ends[middle] > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
