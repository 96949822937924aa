fn main() {
    let name = std::env::args().nth(1).unwrap();
    let text = std::fs::read_to_string(&name).unwrap();
    let source = generator::Source { name, text };
    let t = std::time::Instant::now();
    let out = generator::generate(&source, &generator::Config::default());
    let el = t.elapsed();
    print!("{}", out.diagnostics.render(&source, false));
    println!("{} ops, {:?} files, {} errors {} warnings {:?}", out.operations, out.files.as_ref().map(Vec::len), out.diagnostics.errors(), out.diagnostics.warnings(), el);
    if let (Some(files), Some(dir)) = (out.files, std::env::args().nth(2)) {
        for f in files { let p = std::path::Path::new(&dir).join(f.path); std::fs::create_dir_all(p.parent().unwrap()).unwrap(); std::fs::write(p, f.text).unwrap(); }
    }
}
