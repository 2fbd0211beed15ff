/** Carries requests to receivers that somebody else has named, and says how each one went. */

export interface CourierOptions {
  /** For tests and the demo of one machine: what listens there, over http too. */
  readonly allowsLoopback: boolean
}

export interface Courier {
  close(): void
}

export function createCourier(options: CourierOptions): Courier {
  void options
  return { close: () => undefined }
}
