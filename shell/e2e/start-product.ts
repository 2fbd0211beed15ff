/**
 * The whole product as a newcomer starts it, on data of its own, stopped afterwards. Whoever has
 * started one says where: `SONAQOR_URL`, `SONAQOR_PORTAL_URL` and `SONAQOR_DATA_DIR`.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../../.run/build.ts'
import { hostPagesPart } from '../../.run/build/parts.ts'
import { buildDir } from '../../.run/places.ts'
import { startProduct } from '../../.run/test/product.ts'
import { freeDnsPort } from './company.ts'

export default async function start(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['SONAQOR_URL']) {
    await buildHostPages()
    return undefined
  }
  await build()
  await buildHostPages()
  const dns = `127.0.0.1:${await freeDnsPort()}`
  process.env['SONAQOR_DNS'] = dns
  const product = await startProduct({ DNS_SERVERS: dns })
  process.env['SONAQOR_DATA_DIR'] = product.dataDir
  return async () => {
    const code = await product.stop()
    if (code !== 0) throw new Error(`the product ended with exit code ${code}`)
  }
}

/**
 * Once for all journeys: a worker that comes in the place of a failed one is not to build them again.
 * Who goes to a product that was built elsewhere may have no package that strangers could install.
 */
async function buildHostPages() {
  if (existsSync(join(buildDir, 'embed/sonaqor-embed.tgz')))
    await build({ parts: [hostPagesPart()] })
}
