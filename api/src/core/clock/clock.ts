/**
 * What time it is. The demo's history and the tests move it; everything that stores or compares a
 * moment asks here and never the system.
 */
export interface Clock {
  now(): Date
  /** Moves the clock; it goes on running from there. Null brings it back to the system's time. */
  set(moment: Date | null): void
}

export function createClock(system: () => number = Date.now): Clock {
  let offsetMs = 0
  return {
    now: () => new Date(system() + offsetMs),
    set: (moment) => {
      offsetMs = moment ? moment.getTime() - system() : 0
    },
  }
}
