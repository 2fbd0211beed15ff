export interface JsonPlace {
  readonly line: number
  readonly column: number
}

const space = /[ \t\r\n]*/y
const name = /"(?:[^"\\\n]|\\.)*"/y
const scalar = /"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/** Where what is written is no JSON any more, which browsers tell of some faults alone; undefined where it is. */
export function jsonPlaceIn(text: string): JsonPlace | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch {
    const lines = text.slice(0, faultIn(text)).split('\n')
    return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
  }
}

function faultIn(text: string): number {
  let at = 0
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at = pattern.lastIndex
    return found !== null
  }
  const sign = (one: string) => {
    take(space)
    if (text[at] !== one) return false
    at += 1
    take(space)
    return true
  }
  const value = (): boolean => {
    take(space)
    if (sign('{')) return sign('}') || several('}', () => take(name) && sign(':') && value())
    if (sign('[')) return sign(']') || several(']', value)
    return take(scalar)
  }
  const several = (end: string, one: () => boolean) => {
    do if (!one()) return false
    while (sign(','))
    return sign(end)
  }
  try {
    value()
  } catch {
    // What is nested too deep to be followed is told as far as it was.
  }
  return at
}
