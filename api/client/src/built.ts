/** The build of the package puts the two in place of this: which package it is, and the day of the API that its types are of. */
import { apiVersions } from '@sonaqor/contract/api-versions'

export const version = '0.0.0'
export const apiVersion: string = apiVersions.at(-1)?.date ?? ''
