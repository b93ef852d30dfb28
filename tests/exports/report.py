"""Reads the readiness report with programs that are not ours: qpdf, poppler, and Apache PDFBox Preflight for PDF/A-1b.

usage: report.py TRUSTBENCH-CLI"""
import re, subprocess, sys

from cli import DAY, Project, require

JARS = "preflight pdfbox2 fontbox2 xmpbox commons-logging jaxb-api javax.activation".split()
CLASSPATH = ":".join(f"/usr/share/java/{jar}.jar" for jar in JARS)


def output(*command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, encoding="utf-8", errors="replace")
    return done.returncode, done.stdout + done.stderr


def preflight(path):
    return output("java", "-Xmx512m", "-cp", CLASSPATH, "org.apache.pdfbox.preflight.Validator_A1b", path)


def check_structure(path):
    code, said = output("qpdf", "--check", path)
    require(code == 0 and "No syntax or stream encoding errors" in said, f"{path.name}: qpdf says {said}")
    code, said = preflight(path)
    require(code == 0 and "is a valid PDF/A-1b file" in said, f"{path.name}: Preflight says {said[:4000]}")


def check_fonts(path):
    code, said = output("pdffonts", path)
    fonts = said.splitlines()[2:]
    require(code == 0 and fonts, f"{path.name}: pdffonts says {said}")
    for font in fonts:
        embedded = re.search(r"\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", font)
        require(embedded and embedded[1] == "yes" and embedded[3] == "yes", f"{path.name}: not embedded as text: {font}")


def check_text(path, paper, hashes):
    code, said = output("pdfinfo", path)
    require(code == 0 and f"({paper})" in said and re.search(r"Encrypted:\s+no", said), f"{path.name}: {said}")
    require(re.search(r"JavaScript:\s+no", said), f"{path.name}: {said}")
    code, text = output("pdftotext", "-layout", path, "-")
    require(code == 0, f"{path.name}: pdftotext says {text}")
    pages = text.split("\f")[:-1]
    require(len(pages) > 8, f"{path.name}: only {len(pages)} pages")
    for number, page in enumerate(pages[1:], 2):  # the cover has no number
        require(f"Page {number} of {len(pages)}" in page, f"{path.name}: page {number} is not numbered: {page[-300:]}")
    joined = re.sub(r"\s", "", text)
    for sha in hashes:
        require(sha in joined, f"{path.name}: SHA-256 {sha} is not in the text")
    require(all(heading in text for heading in ("1 Summary", "Warnings", "Evidence index")), f"{path.name}: headings")


def check_that_the_validator_can_say_no(path):
    broken = path.with_name("broken.pdf")
    broken.write_bytes(path.read_bytes().replace(b"/OutputIntents", b"/OutputIntentz"))
    code, said = preflight(broken)
    require(code != 0 and "is not" in said.lower() or "isn't" in said.lower(), f"Preflight finds no fault: {said[:400]}")


def main():
    project = Project(sys.argv[1])
    hashes = [item["sha256"] for item in project.json("list", "evidence") if item["sha256"]]
    require(len(hashes) > 100, "the demo has evidence")
    for paper, name in (("a4", "A4"), ("letter", "letter")):
        path = project.folder / f"{paper}.pdf"
        project.run("export", "--date", DAY, "--report", path, "--paper", paper)
        check_structure(path)
        check_fonts(path)
        check_text(path, name, hashes)
    check_that_the_validator_can_say_no(project.folder / "a4.pdf")
    project.make_hostile()
    path = project.folder / "hostile.pdf"
    project.run("export", "--date", DAY, "--report", path)
    check_structure(path)
    check_fonts(path)
    check_text(path, "A4", hashes)


main()
