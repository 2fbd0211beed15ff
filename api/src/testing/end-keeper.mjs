/** Jest's `globalTeardown`, in the same process as `start-keeper.mjs`. */
export default async function end() {
  await globalThis.endKeeper?.()
}
