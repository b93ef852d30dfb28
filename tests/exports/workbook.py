"""Reads the workbook with openpyxl and compares it with what the command line says.

usage: workbook.py TRUSTBENCH-CLI"""
import sys, warnings

import openpyxl

from cli import DAY, EMOJI, MANY, Project, RIGHT_TO_LEFT, require

SHEETS = ["Cover", "Control matrix", "Criteria coverage", "Evidence index", "Lists"]


def rows(sheet):
    """Each row of a sheet's table as a dictionary by its headings."""
    lines = sheet.iter_rows(values_only=True)
    headings = next(lines)
    return [dict(zip(headings, line)) for line in lines if any(value is not None for value in line)]


def check_cells(book):
    for sheet in book:
        for line in sheet.iter_rows():
            for cell in line:
                require(cell.data_type in "snbd", f"{sheet.title}!{cell.coordinate} is of type {cell.data_type}")


def check_look(book):
    require(book.sheetnames == SHEETS, f"sheets: {book.sheetnames}")
    for sheet in book:
        page = sheet.page_setup
        require(page.orientation == "landscape" and sheet.sheet_properties.pageSetUpPr.fitToPage, f"{sheet.title}: page")
        require("&P" in (sheet.oddFooter.right.text or ""), f"{sheet.title}: no page number in {sheet.oddFooter.right.text}")
        if sheet.title == "Cover":
            continue
        require(sheet.freeze_panes and sheet.freeze_panes.endswith("2"), f"{sheet.title}: frozen at {sheet.freeze_panes}")
        require(sheet.print_title_rows.replace("$", "") == "1:1", f"{sheet.title}: repeated rows {sheet.print_title_rows}")
        require(page.fitToHeight == 0 and page.fitToWidth in (None, 1), f"{sheet.title}: not one page wide")
        if sheet.title != "Lists":
            table = next(iter(sheet.tables.values()))
            require(table.autoFilter and table.ref == f"A1:{sheet.cell(1, len(table.tableColumns)).column_letter}"
                    f"{len(rows(sheet)) + 1}", f"{sheet.title}: table {table.ref}")


def check_controls(book, project):
    readiness = project.json("readiness", "--at", DAY)
    states = {state["record_id"]: state for state in readiness["control_states"]}
    warned = {remark["record_id"] for remark in readiness["warnings"] if remark["subject"] == "control"}
    blocked = {remark["record_id"] for remark in readiness["blockers"] if remark["subject"] == "control"}
    found = {row["Key"]: row for row in rows(book["Control matrix"])}
    controls = project.json("list", "controls")
    require(set(found) == {control["id"] for control in controls}, "not every control has one row")
    require(warned and blocked, "the demo has blockers and warnings")
    for control in controls:
        row, key = found[control["id"]], control["id"]
        require((row["ID"], row["Control"]) == (control["code"], control["title"]), f"{control['code']}: {row['Control']}")
        require(row["Status"] == states[key]["shown"], f"{control['code']}: {row['Status']}")
        require(bool(row["Warnings"]) == (key in warned), f"{control['code']}: warnings {row['Warnings']}")
        require(bool(row["What is missing"]) == (key in blocked), f"{control['code']}: {row['What is missing']}")
        require(bool(row["Exception"]) == states[key]["exception"], f"{control['code']}: exception")
        require((row["Implemented on"].date().isoformat() if row["Implemented on"] else None) == (control["implemented_on"] or None),
                f"{control['code']}: implemented {row['Implemented on']}")


def check_criteria(book, project):
    states = project.json("readiness", "--at", DAY)["criterion_states"]
    found = {row["ID"]: row["State"] for row in rows(book["Criteria coverage"])}
    require(found == {state["record"]: state["shown"] for state in states}, f"criteria: {found}")


def check_evidence(book, project):
    found = {row["ID"]: row for row in rows(book["Evidence index"])}
    items = project.json("list", "evidence")
    require(len(found) == len(items), "not every evidence item has one row")
    for item in items:
        row = found[item["code"]]
        require((row["SHA-256"] or "") == item["sha256"], f"{item['code']}: SHA-256 {row['SHA-256']}")
        require((row["Size"] or 0) == item["size"], f"{item['code']}: size {row['Size']}")


def check(project, name):
    path = project.folder / name
    project.run("export", "--date", DAY, "--workbook", path)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # what openpyxl has to guess at is a fault of ours
        book = openpyxl.load_workbook(path)
    for part in (check_cells, check_look):
        part(book)
    for part in (check_controls, check_criteria, check_evidence):
        part(book, project)
    return book


def main():
    project = Project(sys.argv[1])
    check(project, "demo.xlsx")
    project.make_hostile()
    notes = {row["Notes"] for row in rows(check(project, "hostile.xlsx")["Control matrix"])}
    for text in (RIGHT_TO_LEFT, EMOJI, MANY.strip(), "=1+1", "+1", "-1+2", "@SUM(A1)", "=cmd|' /C calc'!A0"):
        require(text in notes or text + " " in notes, f"not read back: {text}")


main()
