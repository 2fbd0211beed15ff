import type { ModuleContext } from '@sonaqor/module'
import { jest } from '@jest/globals'
import { fileOf } from './jobs.ts'

type Link = ModuleContext['api']['exports']['link']

/** Makes links to files, and hears where the browser was led to. */
export function downloads() {
  const { fileName, bytes, sha256, expiresAt } = fileOf()
  const link = jest.fn<Link>(({ params }) =>
    Promise.resolve({ path: `/v1/downloads/${params.id}`, fileName, bytes, sha256, expiresAt }),
  )
  const led: string[] = []
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function go(
    this: HTMLAnchorElement,
  ) {
    led.push(`${this.download} ${this.href}`)
  })
  return { link, led }
}

/** Where it is led to for the file of a job. */
export const ledTo = (id: string) =>
  `${fileOf().fileName} https://sonaqor.example/v1/downloads/${id}`
