/** A UUID, also one without its dashes: its digits and letters pass now and then for a card or an account. */
const uuid =
  /((?<![\da-z])[\da-f]{8}(?:-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}|[\da-f]{24})(?![\da-z]))/i

/** Lets a rule work on what stands beside the UUIDs of a text. */
export const besideIds = (text: string, without: (part: string) => string): string =>
  text
    .split(uuid)
    .map((part, place) => (place % 2 === 1 ? part : without(part)))
    .join('')
