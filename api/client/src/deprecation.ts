/** What the API says of an operation, or of the day that is spoken, that is to end. */

export interface Deprecation {
  readonly since: Date
  /** From when on it may not be there any more. */
  readonly sunset: Date | undefined
}

/** Read from `Deprecation`, a date as a structured field, and `Sunset`, one as HTTP has it of old. */
export function deprecationIn(headers: Headers): Deprecation | undefined {
  const [, seconds] = /^@(\d+)/.exec(headers.get('deprecation') ?? '') ?? []
  if (seconds === undefined) return undefined
  const sunset = new Date(headers.get('sunset') ?? Number.NaN)
  return {
    since: new Date(Number(seconds) * 1000),
    sunset: Number.isNaN(sunset.getTime()) ? undefined : sunset,
  }
}
