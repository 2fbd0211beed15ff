/** The authenticator app of whoever goes a journey. */
import { createHmac } from 'node:crypto'
import { expect, type Page } from '@playwright/test'

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const stepMs = 30_000

/** What it shows (RFC 6238), so many steps from now. `secret` in base32. */
export function codeOf(secret: string, stepsAhead = 0): string {
  const bits = [...secret].map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0'))
  const bytes = bits
    .join('')
    .match(/.{8}/g)!
    .map((byte) => Number.parseInt(byte, 2))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / stepMs) + stepsAhead))
  const mac = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const number = mac.readUInt32BE(mac[19]! & 0xf) & 0x7fff_ffff
  return String(number % 1_000_000).padStart(6, '0')
}

/**
 * Enters what the app shows in the second step of a sign-in. Each code works once, and whoever goes
 * beside this journey as the same person may have used it: then the next one is entered.
 */
export async function enterCode(page: Page, secret: string): Promise<void> {
  for (const pauseMs of [0, stepMs]) {
    await page.waitForTimeout(pauseMs)
    for (const stepsAhead of [0, 1]) {
      const answered = page.waitForResponse(/\/v1\/auth\/verify-mfa$/)
      const field = page.getByLabel('Code', { exact: true })
      await field.fill(codeOf(secret, stepsAhead))
      if ((await answered).ok()) return
      // A refusal empties it; what is entered before that is gone with it.
      await expect(field).toHaveValue('')
    }
  }
  throw new Error('no code of the authenticator app was taken')
}
