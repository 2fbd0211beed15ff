/**
 * The whole product as a newcomer starts it, on data of its own, stopped afterwards. Whoever has
 * started one says where: `SONAQOR_URL`, `SONAQOR_PORTAL_URL` and `SONAQOR_DATA_DIR`.
 */
import { startProduct } from '../../.run/test/product.ts'
import { freeDnsPort } from './company.ts'

export default async function start(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['SONAQOR_URL']) return undefined
  const dns = `127.0.0.1:${await freeDnsPort()}`
  process.env['SONAQOR_DNS'] = dns
  const product = await startProduct({ DNS_SERVERS: dns })
  process.env['SONAQOR_DATA_DIR'] = product.dataDir
  return async () => {
    const code = await product.stop()
    if (code !== 0) throw new Error(`the product ended with exit code ${code}`)
  }
}
