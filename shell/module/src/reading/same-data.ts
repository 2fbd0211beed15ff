type Plain = Readonly<Record<string, unknown>>

/**
 * What was read now, with every part that is as it was before taken from before: a row that has not
 * changed is the same object, and is not drawn again.
 */
export function sameWhereEqual<Data>(before: unknown, now: Data): Data {
  if (Object.is(before, now)) return now
  if (Array.isArray(before) && Array.isArray(now)) {
    const items = now.map((item, at) => sameWhereEqual(before[at], item))
    const isSame = items.length === before.length && items.every((item, at) => item === before[at])
    return (isSame ? before : items) as Data
  }
  if (!isPlain(before) || !isPlain(now)) return now
  const fields = Object.entries(now).map(
    ([name, value]) => [name, sameWhereEqual(before[name], value)] as const,
  )
  const isSame =
    fields.length === Object.keys(before).length &&
    fields.every(([name, value]) => name in before && value === before[name])
  return (isSame ? before : Object.fromEntries(fields)) as Data
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
