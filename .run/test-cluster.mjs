/**
 * Jest's `globalSetup`: one throwaway database server for the whole run. It is plain JavaScript
 * because Jest hands it to Node as it is, and Node reads the TypeScript behind it by itself.
 */
import { startThrowaway } from './postgres/throwaway.ts'

export default async function startCluster() {
  if (process.env.TEST_DATABASE_ADMIN_URL) return
  const cluster = await startThrowaway()
  process.env.TEST_DATABASE_ADMIN_URL = cluster.adminUrl
  globalThis.stopTestCluster = cluster.stop
}
