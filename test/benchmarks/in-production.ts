// What is measured is the program in production; libraries look at this while they are loaded.
process.env.NODE_ENV = 'production';
