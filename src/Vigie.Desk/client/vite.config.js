// Builds what the browser gets into ../wwwroot, with fixed names: the desk adds a hash of the bytes to their addresses.
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    outDir: "../wwwroot",
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    cssCodeSplit: true,
    rollupOptions: {
      input: { desk: "src/desk.ts", map: "src/map.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
