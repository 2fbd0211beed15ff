/** Jest's `globalTeardown`, in the same process as `offer-shared-world.mjs`. */
export default async function end() {
  await globalThis.endSharedWorld?.()
}
