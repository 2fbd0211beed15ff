/** Jest's `globalSetup` of the tests on Node; plain JavaScript, as `.run/test-cluster.mjs`. */
import { offerWorld } from './shared-world.ts'

export default async function offer() {
  globalThis.endSharedWorld = await offerWorld()
}
