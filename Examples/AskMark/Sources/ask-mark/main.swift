import OnRecord

let mark = try Persona(at: "../../Personas/mark-zuckerberg")
var talk = Conversation(with: mark)

for quotation in talk.ask("Why did you order so many GPUs?").quotations {
  print("“\(quotation.text)” \(quotation.citation)")
}
