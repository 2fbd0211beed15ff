/** Jest's `globalTeardown`, in the same process as `test-cluster.mjs`. */
export default async function stopCluster() {
  await globalThis.stopTestCluster?.()
}
