export { contentTypeOf } from './content-type.ts'
export { encodingsOf, type Encoding } from './encodings.ts'
export { packFile } from './pack-file.ts'
export { sendFile, type WebFile } from './send-file.ts'
