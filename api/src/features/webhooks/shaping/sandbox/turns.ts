/** Who comes next where many wait: one of each name in turn, so that many of one name delay no other. */
export class Turns<Item> {
  readonly #lines = new Map<string, Item[]>()
  #size = 0

  get size(): number {
    return this.#size
  }

  add(name: string, item: Item): void {
    const line = this.#lines.get(name)
    if (line) line.push(item)
    else this.#lines.set(name, [item])
    this.#size += 1
  }

  next(): Item | undefined {
    const [first] = this.#lines
    if (!first) return undefined
    const [name, line] = first
    const item = line.shift()
    this.#lines.delete(name)
    if (line.length > 0) this.#lines.set(name, line)
    this.#size -= 1
    return item
  }
}
