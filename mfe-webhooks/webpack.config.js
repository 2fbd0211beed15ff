module.exports = require('@sonaqor/module/webpack')(__dirname)
