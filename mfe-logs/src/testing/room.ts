/** What observes its size is told that it has so much room: a page of a test has none. */
export function giveRoom(width: number): void {
  globalThis.ResizeObserver = class implements ResizeObserver {
    readonly tell: ResizeObserverCallback
    constructor(tell: ResizeObserverCallback) {
      this.tell = tell
    }
    observe() {
      this.tell([{ contentRect: { width } } as ResizeObserverEntry], this)
    }
    unobserve() {}
    disconnect() {}
  }
}
