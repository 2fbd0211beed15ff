export { contentTypeOf } from './content-type.ts'
export { encodings, encodingsOf, type Encoding } from './encodings.ts'
export { sendFile, type WebFile } from './send-file.ts'
