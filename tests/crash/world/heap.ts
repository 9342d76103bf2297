/** A binary heap: the least element first, by `before`. */
export class Heap<Value> {
  readonly #values: Value[] = [];
  readonly #before: (one: Value, other: Value) => boolean;

  constructor(before: (one: Value, other: Value) => boolean) {
    this.#before = before;
  }

  get size(): number {
    return this.#values.length;
  }

  peek(): Value | undefined {
    return this.#values[0];
  }

  push(value: Value): void {
    const values = this.#values;
    let at = values.push(value) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#before(value, values[parent] as Value)) break;
      values[at] = values[parent] as Value;
      at = parent;
    }
    values[at] = value;
  }

  pop(): Value | undefined {
    const first = this.#values[0];
    const last = this.#values.pop();
    if (last !== undefined && this.#values.length > 0) this.#sink(last);
    return first;
  }

  #sink(value: Value): void {
    const values = this.#values;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= values.length) break;
      if (child + 1 < values.length && this.#before(values[child + 1] as Value, values[child] as Value)) child += 1;
      if (!this.#before(values[child] as Value, value)) break;
      values[at] = values[child] as Value;
      at = child;
    }
    values[at] = value;
  }
}
