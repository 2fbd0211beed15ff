/** Jest's `globalSetup` of the tests on Node; plain JavaScript, as `.run/test-cluster.mjs`. */
import { startKeeper } from './keeper.ts'

export default async function start() {
  globalThis.endKeeper = await startKeeper()
}
