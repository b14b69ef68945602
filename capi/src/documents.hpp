// Documents that were read, in whichever format, and findings, on their way to the caller.
#pragma once

#include <memory>

#include "texts.hpp"
#include "values.hpp"

namespace skillmatrix::capi {

/// Gives a framework away with its findings. Throws a failure if there is none.
void give(Result<Framework> read, Out<skm_framework>& out);
/// Gives people away, with the findings about them.
void give(Profiles read, Out<skm_profiles>& out);

/// Where findings go, if somebody wants them. There is room for them from the start, so that
/// nothing can fail after what they are about.
class OutFindings {
 public:
  explicit OutFindings(skm_diagnostics** place) : place_(place) {
    if (place == nullptr) return;
    *place = nullptr;
    findings_ = std::make_unique<Object<skm_diagnostics>>();
  }
  void set(Findings findings) noexcept {
    if (place_ == nullptr) return;
    findings_->value = std::move(findings);
    *place_ = give(std::move(findings_));
  }

 private:
  skm_diagnostics** place_;
  std::unique_ptr<Object<skm_diagnostics>> findings_;
};

}  // namespace skillmatrix::capi
