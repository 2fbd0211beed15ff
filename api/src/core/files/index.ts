export { createFiles, type FileHead, type Files } from './files.ts'
